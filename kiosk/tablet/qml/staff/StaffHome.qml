pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import ".."
import "../controls"

// Who waits to be seen, and what the tablet needs of people.
ColumnLayout {
    id: root

    required property StaffModel model
    required property StatusModel status
    required property ClosedModel closed
    property bool wide: true

    spacing: 1.4 * Theme.mm

    GridLayout {
        Layout.fillWidth: true
        columns: root.wide ? 2 : 1
        columnSpacing: 6 * Theme.mm
        rowSpacing: 6 * Theme.mm

        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            Label {
                objectName: "waitingHeading"
                Layout.fillWidth: true
                text: root.model.waiting > 0 ? qsTr("Waiting to be seen") : qsTr("Nobody waits to be seen.")
                color: Theme.staffSoft
                Accessible.role: Accessible.Heading
            }

            Repeater {
                model: root.model.arrivals

                ArrivalCard {
                    Layout.fillWidth: true
                    model: root.model
                }
            }
        }

        GridLayout {
            Layout.fillWidth: !root.wide
            Layout.preferredWidth: 72 * Theme.mm
            Layout.alignment: Qt.AlignTop
            columns: root.wide ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            DarkButton {
                objectName: "cleaningButton"
                Layout.fillWidth: true
                leading: root.wide
                side: root.wide ? 6 * Theme.mm : 2 * Theme.mm
                text: qsTr("Cleaning, 30 s")
                onClicked: root.model.clean()
            }

            DarkButton {
                objectName: "closeOfficeButton"
                Layout.fillWidth: true
                leading: root.wide
                side: root.wide ? 6 * Theme.mm : 2 * Theme.mm
                text: root.closed.byStaff ? qsTr("Open the office") : qsTr("Close the office")
                onClicked: root.closed.decide(!root.closed.byStaff)
            }

            DarkButton {
                objectName: "tabletButton"
                Layout.fillWidth: true
                leading: root.wide
                side: root.wide ? 6 * Theme.mm : 2 * Theme.mm
                text: qsTr("This tablet")
                onClicked: root.model.look("status")
            }

            DarkButton {
                objectName: "leaveButton"
                Layout.fillWidth: true
                leading: root.wide
                side: root.wide ? 6 * Theme.mm : 2 * Theme.mm
                text: qsTr("Leave the kiosk")
                onClicked: root.model.look("leave")
            }
        }
    }

    Item {
        Layout.fillHeight: true
    }

    Label {
        objectName: "statusLine"
        Layout.fillWidth: true
        text: qsTr("%1 · %2").arg(Words.link(root.status.link, root.status.since)).arg(Words.unsent(root.status.unsent))
        color: Theme.staffSoft
    }
}
