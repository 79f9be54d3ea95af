import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

// For a wet cloth: there is nothing on it that a touch could do.
Screen {
    id: root

    required property CleaningModel model

    paper: Theme.staffPaper
    spacing: 4 * Theme.mm

    before: MouseArea {
        anchors.fill: parent
    }

    Item {
        Layout.fillHeight: true
    }

    Label {
        objectName: "cleaningSeconds"
        Layout.fillWidth: true
        text: root.model.seconds
        color: Theme.staffInk
        font.pixelSize: Theme.ticketSize
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("Wipe the screen now. No touch does anything.")
        color: Theme.staffSoft
        horizontalAlignment: Text.AlignHCenter
    }

    Item {
        Layout.fillHeight: true
    }
}
