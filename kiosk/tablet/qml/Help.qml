import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

Screen {
    id: root

    required property HelpModel model
    required property Flow flow
    readonly property bool coming: model.status === "seen"
    readonly property bool ended: model.status === "closed"
    readonly property bool unreachable: model.status === "unreachable"
    readonly property bool unanswered: model.status === "unanswered"

    first: close

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.side
        anchors.topMargin: root.portrait && !Theme.compact ? 14 * Theme.mm : root.low ? Theme.gap : root.side
        anchors.bottomMargin: root.low ? Theme.gap : Theme.marginSmall
        spacing: (root.low ? 1.4 : 3.4) * Theme.mm

        Label {
            objectName: "helpHeading"
            Layout.fillWidth: true
            visible: !root.unreachable && !root.unanswered
            text: root.ended ? qsTr("Thank you for telling us.") : root.coming ? qsTr("%1 is coming.").arg(root.model.by) : root.model.sent ? qsTr("We have told the desk.") : qsTr("We are telling the desk.")
            font.pixelSize: Theme.displaySize
            font.bold: true
            lineHeight: 0.88
            Accessible.role: Accessible.Heading
        }

        Label {
            Layout.fillWidth: true
            visible: !root.unreachable && !root.unanswered && !root.ended && !Theme.compact
            text: qsTr("Please stay near this screen: %1.").arg(root.model.place)
            color: Theme.soft
        }

        Notice {
            objectName: "notice"
            Layout.fillWidth: true
            visible: root.unreachable || root.unanswered
            heading: qsTr("Please come to the desk.")
            detail: root.unreachable ? qsTr("We can’t reach the desk from here just now. Your call is kept.") : qsTr("Nobody has answered yet.")
        }

        Step {
            objectName: "sentStep"
            Layout.fillWidth: true
            Layout.topMargin: (Theme.compact ? 0 : 3) * Theme.mm
            visible: !root.unreachable
            text: root.model.sent ? qsTr("Sent to the desk") : qsTr("Saved here")
            done: true
        }

        Step {
            objectName: "shownStep"
            Layout.fillWidth: true
            visible: !root.unreachable
            text: qsTr("On the desk’s screen")
            done: root.model.shown
        }

        Step {
            objectName: "comingStep"
            Layout.fillWidth: true
            visible: !root.unreachable
            text: root.model.by ? qsTr("%1 is on the way, since %2").arg(root.model.by).arg(root.model.since) : qsTr("Somebody is on the way")
            done: root.model.by !== ""
        }

        Item {
            Layout.fillHeight: true
        }

        Label {
            Layout.fillWidth: true
            visible: root.coming
            text: qsTr("Is it put right?")
            font.bold: true
        }

        GridLayout {
            Layout.fillWidth: true
            columns: root.portrait ? 2 : 4
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            BigButton {
                objectName: "putRightButton"
                Layout.fillWidth: root.portrait
                side: (root.low ? 4 : 8) * Theme.mm
                visible: root.coming
                primary: true
                text: qsTr("Yes, thank you")
                onClicked: root.model.confirm(true)
            }

            BigButton {
                objectName: "notYetButton"
                Layout.fillWidth: root.portrait
                side: (root.low ? 4 : 8) * Theme.mm
                visible: root.coming
                text: qsTr("Not yet")
                onClicked: root.model.confirm(false)
            }

            Item {
                Layout.fillWidth: true
                visible: !root.portrait
            }

            BigButton {
                id: close

                objectName: "closeButton"
                Layout.fillWidth: root.portrait
                side: (root.low ? 4 : 8) * Theme.mm
                Layout.columnSpan: root.portrait ? 2 : 1
                text: qsTr("Close")
                onClicked: root.flow.home()
            }
        }
    }
}
