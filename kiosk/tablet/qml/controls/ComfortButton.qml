import QtQuick
import Kiosk.Models
import ".."

// The way to larger text and stronger contrast.
BigButton {
    id: root

    required property ComfortModel comfort

    objectName: "comfortButton"
    side: 3 * Theme.mm
    text: "Aa"
    Accessible.name: qsTr("Text size and contrast")
    onClicked: root.comfort.open()
}
