import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

Screen {
    id: root

    required property ThanksModel model
    required property Flow flow

    first: finish
    above: Theme.compact ? Theme.gap : root.side
    spacing: (root.low ? 2 : 4) * Theme.mm

    behind: Sun {
        anchors.right: parent.right
        anchors.rightMargin: -32 * Theme.mm
        y: -44 * Theme.mm
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: root.portrait || root.paged ? 1 : 2
        columnSpacing: 10 * Theme.mm
        rowSpacing: 8 * Theme.mm

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 4 * Theme.mm

            Label {
                Layout.fillWidth: true
                text: qsTr("Thank you, and take care.")
                font.pixelSize: root.tight ? Theme.textSize : Theme.displaySize
                font.bold: true
                lineHeight: 0.88
                Accessible.role: Accessible.Heading
            }

            Label {
                Layout.fillWidth: true
                text: qsTr("Your rating is saved. The whole team reads them.")
                color: Theme.soft
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignCenter
            visible: root.model.reviewLink !== ""
            spacing: 2 * Theme.mm

            QrCard {
                objectName: "reviewQr"
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: (Theme.compact ? 43 : 56) * Theme.mm
                Layout.preferredHeight: (Theme.compact ? 43 : 56) * Theme.mm
                text: root.model.reviewLink
                name: qsTr("QR code: our public reviews page")
            }

            Label {
                Layout.alignment: Qt.AlignHCenter
                Layout.maximumWidth: root.room
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Tell others, too")
                font.weight: Font.DemiBold
            }

            Label {
                Layout.alignment: Qt.AlignHCenter
                Layout.maximumWidth: root.room
                horizontalAlignment: Text.AlignHCenter
                visible: !root.low
                text: qsTr("our public reviews page")
                color: Theme.soft
            }
        }
    }

    BigButton {
        id: finish

        objectName: "finishButton"
        Layout.fillWidth: root.portrait
        primary: true
        text: qsTr("Finish")
        onClicked: root.flow.home()
    }
}
