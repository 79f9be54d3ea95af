import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import ".."
import "../controls"

// Patients cannot use the tablet afterwards, so it is asked once more.
ColumnLayout {
    id: root

    required property StaffModel model
    readonly property bool leaving: model.view === "leave"

    spacing: 8 * Theme.mm

    Label {
        objectName: "confirmQuestion"
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: root.leaving ? qsTr("Leave the kiosk? Patients cannot use this tablet until somebody starts it again.") : qsTr("Restart the kiosk? It is back after some seconds, and nothing is lost.")
        color: Theme.staffInk
        font.weight: Font.DemiBold
        verticalAlignment: Text.AlignVCenter
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        columns: root.width > 120 * Theme.mm ? 2 : 1
        uniformCellWidths: true

        DarkButton {
            objectName: "confirmButton"
            Layout.fillWidth: true
            bright: true
            text: root.leaving ? qsTr("Yes, leave") : qsTr("Yes, restart")
            onClicked: root.model.confirm()
        }

        DarkButton {
            objectName: "cancelButton"
            Layout.fillWidth: true
            focus: true
            text: qsTr("No")
            onClicked: root.model.look("home")
        }
    }
}
