import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

// The tap could not be kept. The patient is told at once, and what to do instead.
Screen {
    id: root

    required property Flow flow

    first: close
    spacing: (Theme.compact ? 3 : 8) * Theme.mm

    Item {
        Layout.fillHeight: true
    }

    Notice {
        objectName: "troubleNotice"
        Layout.fillWidth: true
        heading: qsTr("Please tell the desk.")
        detail: qsTr("This screen can’t keep anything just now, and your last tap was not saved.")
    }

    Item {
        Layout.fillHeight: true
    }

    BigButton {
        id: close

        objectName: "closeButton"
        primary: true
        text: qsTr("Close")
        onClicked: root.flow.home()
    }
}
