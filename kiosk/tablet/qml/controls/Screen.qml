import QtQuick
import ".."

// What all screens have in common: the paper, the margins, and which way round the tablet hangs.
FocusScope {
    id: root

    readonly property bool portrait: height > width
    readonly property real side: width < 150 * Theme.mm || Theme.compact ? Theme.marginSmall : Theme.margin
    // A small tablet on its side: hardly four buttons high.
    readonly property bool low: !portrait && height < 100 * Theme.mm
    readonly property bool narrow: width < 200 * Theme.mm
    property color paper: Theme.paper
    default property alias content: inner.data

    focus: true

    Rectangle {
        anchors.fill: parent
        color: root.paper
    }

    Item {
        id: inner

        anchors.fill: parent
    }
}
