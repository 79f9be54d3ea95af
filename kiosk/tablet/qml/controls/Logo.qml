import QtQuick
import ".."

// The practice's logo, or a sign where it has none.
Item {
    id: root

    property url source

    implicitWidth: picture.ready ? Math.min(40 * Theme.mm, Math.max(height, height * picture.implicitWidth / picture.implicitHeight)) : height
    implicitHeight: 10 * Theme.mm

    Image {
        id: picture

        readonly property bool ready: status === Image.Ready

        anchors.fill: parent
        visible: ready
        source: root.source
        fillMode: Image.PreserveAspectFit
        mipmap: true
        Accessible.ignored: true
    }

    Rectangle {
        anchors.fill: parent
        visible: !picture.ready
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
}
