import QtQuick
import ".."

// What may be longer than the screen; a bar shows how much more there is.
Flickable {
    id: root

    default property alias content: column.data

    contentWidth: width
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: interactive

    Column {
        id: column

        width: root.width - (root.interactive ? 3 * Theme.mm : 0)
        spacing: Theme.gap
    }

    Rectangle {
        parent: root
        x: parent.width - width
        y: root.visibleArea.yPosition * parent.height
        width: Theme.mm
        height: root.visibleArea.heightRatio * parent.height
        radius: width / 2
        color: Theme.staffSoft
        visible: root.interactive
    }
}
