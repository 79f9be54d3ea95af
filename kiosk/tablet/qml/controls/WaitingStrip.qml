pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models
import ".."

// The tickets that wait, as many as fit, and how many more there are. Never a name.
Item {
    id: root

    required property Rows rows
    // Who waits, whether or not a tile is made for them.
    required property int waiting
    property bool upright: false
    readonly property real spacing: Theme.gap
    // Side by side all are as high as the highest.
    readonly property real tileHeight: heights.reduce((most, height) => Math.max(most, height), Theme.target)
    readonly property var heights: {
        const found = [];
        for (let i = 0; i < tiles.count; ++i)
            found.push(tiles.itemAt(i)?.implicitHeight ?? Theme.target);
        return found;
    }
    readonly property var fit: {
        // Upright there is room for two.
        if (root.upright)
            return {
                count: Math.min(2, tiles.count),
                used: 0
            };
        if (root.squeezed)
            return {
                count: 1,
                used: width - (root.waiting > 1 ? Theme.target - root.spacing : 0)
            };
        let used = 0;
        for (let i = 0; i < tiles.count; ++i) {
            const tile = tiles.itemAt(i);
            const size = tile ? (tile as TicketTile).natural : 0;
            if (used + size + (i + 1 < root.waiting ? Theme.target : 0) > width)
                return {
                    count: i,
                    used: used
                };
            used += size + root.spacing;
        }
        return {
            count: tiles.count,
            used: used
        };
    }
    // Who is called stands first, and is told so even where the words have to wrap.
    readonly property bool squeezed: !root.upright && tiles.count > 0 && (tiles.itemAt(0) as TicketTile)?.natural + (root.waiting > 1 ? Theme.target : 0) > width
    readonly property int hidden: Math.max(0, root.waiting - fit.count)

    // Without anybody waiting the strip takes no room at all.
    implicitHeight: root.upright ? Math.max(0, root.heights.slice(0, 2).reduce((sum, height) => sum + height + root.spacing, -root.spacing)) : root.tileHeight

    Grid {
        anchors.left: parent.left
        columns: root.upright ? 1 : Math.max(1, tiles.count)
        spacing: root.spacing

        Repeater {
            id: tiles

            model: root.rows

            TicketTile {
                id: tile

                required property int index
                required property string status
                required property string by
                required property string place
                required property int minutes

                // Not `visible`: an invisible tile has no size, and its size is what decides.
                opacity: index < root.fit.count ? 1 : 0
                Accessible.ignored: opacity === 0
                height: root.upright ? implicitHeight : root.tileHeight
                wrapping: root.upright || root.squeezed
                width: wrapping ? root.width - (root.hidden > 0 ? Theme.target : 0) : implicitWidth
                called: status === "called"
                firstLine: {
                    switch (status) {
                    case "called":
                        return qsTr("Please come");
                    case "seen":
                        return qsTr("Seen by %1").arg(by);
                    case "on_screen":
                        return qsTr("On the desk’s\nscreen");
                    case "sent":
                        return qsTr("Sent to\nthe desk");
                    case "unanswered":
                    case "unreachable":
                        return qsTr("Please tell\nthe desk");
                    default:
                        return qsTr("Saved\nhere");
                    }
                }
                secondLine: status === "called" ? qsTr("to %1").arg(place) : status === "seen" ? Words.shortWait(minutes) : ""
            }
        }
    }

    Rectangle {
        // Not anchors: changing them as the tablet is turned would stretch it for ever.
        readonly property real along: root.upright ? root.width - width : root.fit.used

        x: root.LayoutMirroring.enabled ? root.width - width - along : along
        visible: root.hidden > 0
        width: Theme.target - root.spacing
        height: root.tileHeight
        radius: 4.4 * Theme.mm
        color: Theme.card
        border.color: Theme.line
        border.width: Theme.border

        Label {
            id: more

            anchors.centerIn: parent
            text: "+" + root.hidden
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.name: qsTr("%n more waiting", "", root.hidden)
        }
    }
}
