import QtQuick
import QtQuick.Layouts
import ".."

// A column that fills its room. What is longer is read half a room at a time: whatever is not higher than that
// stands whole at one of the stops.
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property real side: 0
    property real above: 0
    property real below: 0
    // Once there is too much it stays so until the room is another: what makes place for the arrows takes some itself.
    property bool over: false
    // What is tried before that: narrow margins, and no more words than needed.
    property bool tight: false
    // In how many frames that can be told: the one that comes lays everything out, and only then is it known how high.
    property int doubtful: 2
    readonly property real furthest: contentHeight - height
    readonly property bool more: over && contentY < furthest - 1
    readonly property bool before: over && contentY > 1

    function ask(): void {
        (root.Window.window as Window)?.requestUpdate();
    }

    function judge(): void {
        if (column.implicitHeight + root.above + root.below <= root.height + 1)
            return;
        root.over = root.tight;
        root.doubtful = root.tight ? 0 : 2;
        root.tight = true;
    }

    function again(): void {
        root.contentY = 0;
        root.over = root.tight = false;
        root.doubtful = 2;
    }

    function step(down: bool): void {
        slide.to = Math.max(0, Math.min(root.furthest, root.contentY + (down ? 1 : -1) * Math.floor(root.height / 2)));
        slide.restart();
    }

    function show(item: Item): void {
        const top = item.mapToItem(root.contentItem, 0, 0).y - Theme.gap;
        const bottom = top + item.height + 2 * Theme.gap;
        if (root.over && (top < root.contentY || bottom > root.contentY + root.height)) {
            slide.stop();
            root.contentY = Math.max(0, Math.min(root.furthest, top < root.contentY ? top : bottom - root.height));
        }
    }

    function holds(item: Item): bool {
        let around = item?.parent;
        while (around && around !== column)
            around = around.parent;
        return around === column;
    }

    contentWidth: width
    contentHeight: Math.max(height, column.implicitHeight + above + below)
    boundsBehavior: Flickable.StopAtBounds
    interactive: over
    clip: over

    NumberAnimation {
        id: slide

        target: root
        property: "contentY"
        duration: Theme.motion ? Theme.gentleMs : 0
        easing.type: Easing.OutCubic
    }

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            const item = root.Window.activeFocusItem;
            if (Theme.byKeys && root.holds(item))
                root.show(item);
        }
    }

    Connections {
        target: root.Window.window
        enabled: root.visible && root.doubtful > 0

        function onAfterAnimating(): void {
            root.doubtful--;
            if (root.doubtful === 0)
                root.judge();
            if (root.doubtful > 0)
                root.ask();
        }
    }

    Connections {
        target: Theme

        function onTextSizeChanged(): void {
            root.again();
        }

        function onFamilyChanged(): void {
            root.again();
        }
    }

    ColumnLayout {
        id: column

        x: root.side
        y: root.above
        width: root.width - 2 * root.side
        height: root.contentHeight - root.above - root.below
        onImplicitHeightChanged: root.doubtful = 2
    }
}
