import QtQuick
import ".."

// The practice's sign where it has set none of its own.
Rectangle {
    id: root

    implicitWidth: 10 * Theme.mm
    implicitHeight: width
    radius: width / 2
    color: Theme.action

    Rectangle {
        anchors.centerIn: parent
        width: root.width * 0.65
        height: root.width * 0.14
        radius: height / 2
        color: Theme.actionInk
    }

    Rectangle {
        anchors.centerIn: parent
        width: root.width * 0.14
        height: root.width * 0.65
        radius: width / 2
        color: Theme.actionInk
    }
}
