import QtQuick
import Kiosk.Models
import ".."

// A QR code on its white card.
Rectangle {
    id: root

    property string text
    property string name

    implicitWidth: 43 * Theme.mm
    implicitHeight: width
    radius: Theme.radius
    color: Theme.card
    border.color: Theme.line
    border.width: Theme.border
    Accessible.role: Accessible.Graphic
    Accessible.name: root.name

    QrCode {
        anchors.fill: parent
        anchors.margins: Theme.border
        text: root.text
        ink: Theme.ink
    }
}
