pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import ".."
import "../controls"

// Several people share the PIN; what they do here is done by one of them.
ColumnLayout {
    id: root

    required property StaffModel model
    property int columns: 2

    Label {
        Layout.fillWidth: true
        text: qsTr("Who are you?")
        color: Theme.staffInk
        font.weight: Font.DemiBold
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.columns
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.model.names

            DarkButton {
                required property string modelData

                objectName: "name-" + modelData
                Layout.fillWidth: true
                text: modelData
                onClicked: root.model.choose(modelData)
            }
        }
    }
}
