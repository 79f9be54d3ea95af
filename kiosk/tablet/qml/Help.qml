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
    above: root.portrait && !Theme.compact ? 14 * Theme.mm : Theme.compact ? 2 * Theme.mm : root.side
    spacing: (root.low ? 1.4 : 3.4) * Theme.mm

    Label {
        objectName: "helpHeading"
        Layout.fillWidth: true
        visible: !root.unreachable && !root.unanswered
        text: root.ended ? qsTr("Thank you for telling us.") : root.coming ? qsTr("%1 is coming.").arg(root.model.by) : root.model.sent ? qsTr("We have told the desk.") : qsTr("We are telling the desk.")
        font.pixelSize: root.tight ? Theme.textSize : Theme.displaySize
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

    Cells {
        Layout.fillWidth: true
        room: root.room
        most: root.portrait ? 2 : 3

        BigButton {
            objectName: "putRightButton"
            Layout.fillWidth: root.coming || root.portrait
            Layout.fillHeight: true
            side: 4 * Theme.mm
            visible: root.coming
            primary: true
            text: qsTr("Yes, thank you")
            onClicked: root.model.confirm(true)
        }

        BigButton {
            objectName: "notYetButton"
            Layout.fillWidth: root.coming || root.portrait
            Layout.fillHeight: true
            side: 4 * Theme.mm
            visible: root.coming
            text: qsTr("Not yet")
            onClicked: root.model.confirm(false)
        }

        BigButton {
            id: close

            objectName: "closeButton"
            Layout.fillWidth: root.coming || root.portrait
            Layout.fillHeight: true
            side: 4 * Theme.mm
            text: qsTr("Close")
            onClicked: root.flow.home()
        }
    }
}
