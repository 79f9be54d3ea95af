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
    // Where the keyboard starts; it is here again when what it was on has gone.
    property Item first: null
    default property alias content: inner.data

    function recover(): void {
        const holder = root.Window.activeFocusItem;
        if (root.activeFocus && (holder === root || holder && !holder.visible))
            root.enter();
    }

    function enter(): void {
        const start = root.first && !root.first.visible ? root.nextItemInFocusChain(true) : root.first;
        start?.forceActiveFocus();
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
    onFirstChanged: root.recover()
    Component.onCompleted: root.recover()
    Keys.onUpPressed: root.walk(false)
    Keys.onDownPressed: root.walk(true)
    Keys.onLeftPressed: root.walk(root.LayoutMirroring.enabled)
    Keys.onRightPressed: root.walk(!root.LayoutMirroring.enabled)

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            root.recover();
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
        id: inner

        anchors.fill: parent
    }
}
