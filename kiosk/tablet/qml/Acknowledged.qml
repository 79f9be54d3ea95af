pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

Screen {
    id: root

    required property AcknowledgedModel model
    required property Flow flow
    readonly property bool called: model.status === "called"
    readonly property bool unreachable: model.status === "unreachable"
    readonly property bool unanswered: model.status === "unanswered"
    readonly property bool ended: model.status === "closed"
    readonly property bool telling: called || unreachable || unanswered || ended

    // Where there is little room the steps come first, and a code without its words is a riddle.
    readonly property bool inviting: model.link !== "" && !telling && !Theme.compact

    first: done
    spacing: (root.low ? 2 : 4) * Theme.mm
    helping: true
    onHelpAsked: root.flow.help()

    behind: Sun {
        anchors.right: parent.right
        anchors.rightMargin: -32 * Theme.mm
        y: -44 * Theme.mm
    }

    Label {
        Layout.fillWidth: true
        text: root.model.name ? qsTr("Thank you, %1.").arg(root.model.name) : qsTr("Thank you.")
        font.pixelSize: root.tight ? Theme.textSize : Theme.titleSize
        font.bold: true
        Accessible.role: Accessible.Heading
    }

    Label {
        Layout.fillWidth: true
        Layout.topMargin: -2 * Theme.mm
        visible: !Theme.compact && !root.tight
        text: qsTr("Your ticket is")
        color: Theme.soft
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columnSpacing: (root.inviting ? 4.4 : 6) * Theme.mm
        rowSpacing: 6 * Theme.mm

        Rectangle {
            Layout.row: 0
            Layout.column: 0
            Layout.columnSpan: root.portrait && !root.inviting ? 2 : 1
            Layout.preferredWidth: (root.low ? 30 : 56) * Theme.mm
            Layout.fillWidth: root.portrait
            Layout.preferredHeight: (Theme.compact ? 34 : 50) * Theme.mm
            Layout.alignment: Qt.AlignTop
            radius: 6.8 * Theme.mm
            color: Theme.action
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Your ticket is %1").arg(root.model.ticket)

            Label {
                objectName: "ticket"
                anchors.fill: parent
                anchors.margins: 2 * Theme.mm
                text: root.model.ticket
                color: Theme.actionInk
                font.pixelSize: Theme.ticketSize
                font.bold: true
                fontSizeMode: Text.Fit
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }

        ColumnLayout {
            Layout.row: root.portrait ? 1 : 0
            Layout.column: root.portrait ? 0 : 1
            Layout.columnSpan: root.portrait ? 2 : 1
            Layout.fillWidth: true
            Layout.fillHeight: root.portrait
            Layout.alignment: Qt.AlignTop
            spacing: (root.low ? 2 : 3) * Theme.mm

            Notice {
                objectName: "notice"
                Layout.fillWidth: true
                visible: root.unreachable || root.unanswered
                heading: root.unreachable ? qsTr("Please tell the desk you are %1.").arg(root.model.ticket) : qsTr("Please come to the desk.")
                detail: root.unreachable ? qsTr("We can’t reach the desk from here just now. Your arrival is kept.") : qsTr("Nobody has answered yet.")
            }

            Label {
                objectName: "called"
                Layout.fillWidth: true
                visible: root.called
                text: qsTr("Please come to %1.").arg(root.model.place)
                color: Theme.action
                font.pixelSize: Theme.displaySize
                font.bold: true
                lineHeight: 0.88
            }

            Label {
                Layout.fillWidth: true
                visible: root.ended
                text: qsTr("Your visit has ended. Take care.")
                font.pixelSize: Theme.leadSize
                font.bold: true
            }

            Step {
                objectName: "sentStep"
                Layout.fillWidth: true
                visible: !root.telling
                text: root.model.sent ? qsTr("Sent to the desk") : qsTr("Saved here")
                done: true
            }

            Step {
                objectName: "shownStep"
                Layout.fillWidth: true
                visible: !root.telling
                text: qsTr("On the desk’s screen")
                done: root.model.shown
            }

            Step {
                objectName: "seenStep"
                Layout.fillWidth: true
                visible: !root.telling
                text: root.model.by ? qsTr("%1 has seen you").arg(root.model.by) : qsTr("Seen by a person")
                detail: root.model.by ? Words.wait(root.model.minutes) : ""
                done: root.model.by !== ""
            }
        }

        ColumnLayout {
            Layout.row: 0
            Layout.column: root.portrait ? 1 : 2
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: root.portrait ? 0 : -22 * Theme.mm
            visible: root.inviting
            spacing: 2 * Theme.mm

            QrCard {
                objectName: "phoneQr"
                Layout.alignment: Qt.AlignHCenter
                text: root.model.link
                name: qsTr("QR code: take your wait with you")
            }

            Label {
                Layout.maximumWidth: 50 * Theme.mm
                Layout.alignment: Qt.AlignHCenter
                text: qsTr("Take your wait with you")
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }

        Item {
            Layout.row: 2
            Layout.column: 0
            Layout.fillHeight: true
        }
    }

    Label {
        Layout.fillWidth: true
        visible: root.portrait && !root.telling && !Theme.compact
        text: qsTr("Please take a seat.\nWe’ll call %1.").arg(root.model.ticket)
        color: Theme.soft
    }

    Cells {
        Layout.fillWidth: true
        room: root.room
        uniformCellWidths: root.portrait
        most: root.portrait ? 2 : 3

        BigButton {
            id: done

            objectName: "doneButton"
            primary: true
            side: 4 * Theme.mm
            text: qsTr("Done")
            onClicked: root.flow.home()
            Layout.preferredWidth: root.portrait ? 1 : Math.max(implicitWidth, 36 * Theme.mm)
            Layout.fillWidth: root.portrait
            Layout.fillHeight: true
        }

        Label {
            Layout.fillWidth: true
            visible: !root.portrait
            text: root.telling || Theme.compact ? "" : qsTr("Please take a seat.\nWe’ll call %1.").arg(root.model.ticket)
            color: Theme.soft
        }

        BigButton {
            objectName: "helpButton"
            side: 4 * Theme.mm
            text: qsTr("I need help")
            onClicked: root.flow.help()
            visible: !root.paged
            Layout.fillWidth: root.portrait
            Layout.fillHeight: true
            Layout.preferredWidth: root.portrait ? 1 : implicitWidth
        }
    }
}
