import QtQuick
import QtQuick.Window
import ".."

// The practice's logo, or a sign where it has none.
Item {
    id: root

    property url source
    readonly property real side: 10 * Theme.mm
    // The most that a wide logo takes beside the practice's name.
    readonly property real room: 20 * Theme.mm

    implicitWidth: own.visible ? own.width : root.side
    implicitHeight: root.side

    Image {
        id: own

        // In the screen's own pixels; what is blown up is blurred.
        readonly property real share: Math.min(1 / Screen.devicePixelRatio, root.room / implicitWidth, root.side / implicitHeight)

        objectName: "practiceLogo"
        anchors.verticalCenter: parent.verticalCenter
        visible: status === Image.Ready
        source: root.source
        mipmap: true
        width: implicitWidth * share
        height: implicitHeight * share
        Accessible.ignored: true
    }

    Rectangle {
        objectName: "ourSign"
        anchors.fill: parent
        visible: !own.visible
        radius: width / 2
        color: Theme.action

        Rectangle {
            anchors.centerIn: parent
            width: root.side * 0.65
            height: root.side * 0.14
            radius: height / 2
            color: Theme.actionInk
        }

        Rectangle {
            anchors.centerIn: parent
            width: root.side * 0.14
            height: root.side * 0.65
            radius: width / 2
            color: Theme.actionInk
        }
    }
}
