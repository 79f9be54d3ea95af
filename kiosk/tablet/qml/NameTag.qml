import QtQuick
import Kiosk.Models
import "controls"

// Over everything for 20 s: this is the tablet that somebody looks for. What is below stays as it was.
Rectangle {
    id: root

    required property NameTagModel model

    color: Theme.action
    Accessible.role: Accessible.Dialog
    Accessible.name: root.model.name

    MouseArea {
        anchors.fill: parent
        onClicked: root.model.dismiss()
    }

    Label {
        objectName: "nameTag"
        anchors.fill: parent
        anchors.margins: Theme.margin
        text: root.model.name
        color: Theme.actionInk
        font.pixelSize: Theme.ticketSize
        font.bold: true
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.textSize
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
}
