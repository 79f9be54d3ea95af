import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

// How the patient wants to read. What is chosen is seen at once, here and on every screen after.
Screen {
    id: root

    required property ComfortModel comfort

    first: done
    spacing: Theme.gap
    Keys.onEscapePressed: root.comfort.close()

    Label {
        Layout.fillWidth: true
        text: qsTr("Easier to read?")
        font.pixelSize: Theme.titleSize
        font.bold: true
        Accessible.role: Accessible.Heading
    }

    Chip {
        objectName: "largeChip"
        Layout.fillWidth: true
        text: qsTr("Larger text")
        checked: root.comfort.large
        onClicked: root.comfort.toggleLarge()
    }

    Chip {
        objectName: "strongChip"
        Layout.fillWidth: true
        text: qsTr("Stronger contrast")
        checked: root.comfort.strong
        onClicked: root.comfort.toggleStrong()
    }

    Chip {
        objectName: "readChip"
        Layout.fillWidth: true
        visible: root.comfort.canRead
        text: qsTr("Read aloud")
        checked: root.comfort.reading
        onClicked: root.comfort.toggleReading()
    }

    Item {
        Layout.fillHeight: true
    }

    BigButton {
        id: done

        objectName: "comfortDoneButton"
        Layout.fillWidth: root.portrait
        primary: true
        text: qsTr("Done")
        onClicked: root.comfort.close()
    }
}
