import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

// Before a screen goes by itself, it asks.
FocusScope {
    id: root

    required property Flow flow

    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Still there?")
    Component.onCompleted: stay.forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        // Any touch stays; it must not fall through to what lies below.
        MouseArea {
            anchors.fill: parent
            onClicked: root.flow.touch()
        }
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 130 * Theme.mm)
        height: column.implicitHeight + 20 * Theme.mm
        radius: Theme.radiusLarge
        color: Theme.card

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            width: parent.width - 20 * Theme.mm
            spacing: 6 * Theme.mm

            Label {
                Layout.fillWidth: true
                text: qsTr("Still there?")
                font.pixelSize: Theme.titleSize
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
            }

            Rectangle {
                id: ring

                Layout.fillWidth: true
                Layout.preferredHeight: 3 * Theme.mm
                radius: height / 2
                color: Theme.actionTint

                Rectangle {
                    id: left

                    // Of the ring as it is now: the tablet may be turned meanwhile.
                    property real share

                    objectName: "timeLeft"
                    anchors.left: ring.left
                    width: left.share * ring.width
                    height: ring.height
                    radius: height / 2
                    color: Theme.action

                    NumberAnimation on share {
                        from: 1
                        to: 0
                        duration: root.flow.ringMs
                    }
                }
            }

            BigButton {
                id: stay

                objectName: "stayButton"
                Layout.fillWidth: true
                primary: true
                text: qsTr("Yes, I’m here")
                onClicked: root.flow.touch()
            }
        }
    }
}
