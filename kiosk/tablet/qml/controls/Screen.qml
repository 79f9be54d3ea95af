import QtQuick
import ".."

// What all screens have in common: the paper, the margins, and which way round the tablet hangs.
FocusScope {
    id: root

    readonly property bool portrait: height > width
    readonly property real side: tight && low ? 3 * Theme.mm : width < 150 * Theme.mm || Theme.compact ? Theme.marginSmall : Theme.margin
    // A small tablet on its side: hardly four buttons high.
    readonly property bool low: !portrait && height < 100 * Theme.mm
    readonly property bool narrow: width < 200 * Theme.mm
    property color paper: Theme.paper
    // What the keyboard on the screen takes of it.
    property real covered: 0
    // Whether there is more than the screen can show at once.
    readonly property bool paged: pages.over
    // Whether it fits only without what could be left out.
    readonly property bool tight: pages.tight
    // How wide what stands on it may be.
    readonly property real room: pages.width - 2 * side
    // Whether help is asked for here; where the screen is paged it is asked for beside the pages.
    property bool helping: false
    property alias spacing: pages.spacing
    // What is left of these two where it fits only so.
    property real edge: 2 * Theme.mm
    property real above: Theme.compact ? 2 * Theme.mm : Theme.marginSmall
    property real below: Theme.compact ? 2 * Theme.mm : Theme.marginSmall
    // Where the keyboard starts; it is here again when what it was on has gone.
    property Item first: null
    default property alias content: pages.content
    property alias behind: behind.data
    property alias before: before.data

    signal helpAsked
    signal resumed

    function recover(): void {
        const holder = root.Window.activeFocusItem;
        if (root.activeFocus && (holder === root || holder && !holder.visible))
            root.enter();
    }

    function enter(): void {
        const start = root.first && !root.first.visible ? root.nextItemInFocusChain(true) : root.first;
        start?.forceActiveFocus();
    }

    // As if it had just been made.
    function resume(): void {
        root.resumed();
        pages.again();
        root.enter();
    }

    // What stands on it is another, and may fit.
    function again(): void {
        pages.again();
    }

    // For grids, where up and down skip a row; false where there is nowhere to go.
    function go(item: Item): bool {
        item?.forceActiveFocus();
        return item !== null;
    }

    // Arrows walk as Tab does, so that two switches and a button are enough for everything.
    function walk(forward: bool): void {
        const next = root.Window.activeFocusItem?.nextItemInFocusChain(forward);
        next?.forceActiveFocus();
    }

    focus: true
    onWidthChanged: pages.again()
    onHeightChanged: pages.again()
    onCoveredChanged: pages.again()
    onFirstChanged: root.recover()
    Component.onCompleted: root.recover()
    Keys.onUpPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onLeftPressed: root.walk(root.LayoutMirroring.enabled)
    Keys.onRightPressed: root.walk(!root.LayoutMirroring.enabled)

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            // Not at once: who hears of this change after us would take the older holder for the newer.
            Qt.callLater(root.recover);
        }
    }

    Connections {
        target: root.Window.activeFocusItem

        function onVisibleChanged(): void {
            root.recover();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: root.paper
    }

    Item {
        id: behind

        anchors.fill: parent
    }

    Pages {
        id: pages

        objectName: "pages"

        anchors.left: parent.left
        anchors.top: parent.top
        width: parent.width - (root.paged && !root.portrait ? Theme.target + Theme.gap : 0)
        height: parent.height - root.covered - (root.paged && root.portrait ? Theme.target + 2 * Theme.gap : 0)
        side: root.side
        above: root.tight ? root.edge : root.above
        below: root.tight ? root.edge : root.below
    }

    Rail {
        // Not anchors: changing them as the tablet is turned would stretch it for ever.
        x: root.portrait || root.LayoutMirroring.enabled ? Theme.gap : root.width - width - Theme.gap
        y: root.portrait ? root.height - root.covered - height - Theme.gap : Theme.gap
        width: root.portrait ? root.width - 2 * Theme.gap : Theme.target
        height: root.portrait ? Theme.target : root.height - root.covered - 2 * Theme.gap
        visible: root.paged
        pages: pages
        upright: root.portrait
        helping: root.helping
        onHelpAsked: root.helpAsked()
    }

    Item {
        id: before

        anchors.fill: parent
    }
}
