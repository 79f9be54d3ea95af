import QtQuick
import QtQuick.Layouts
import ".."

// Something the patient has to do, because we cannot.
Rectangle {
    id: root

    property string heading
    property string detail

    implicitHeight: column.implicitHeight + (Theme.compact ? 5 : 11) * Theme.mm
    radius: Theme.radiusLarge
    color: Theme.attentionTint
    border.color: Theme.attention
    border.width: Theme.border
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.heading + " " + root.detail

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: (Theme.compact ? 4 : 6.8) * Theme.mm
        spacing: 2.4 * Theme.mm

        Label {
            Layout.fillWidth: true
            text: root.heading
            color: Theme.attentionInk
            font.pixelSize: Theme.leadSize
            font.bold: true
            Accessible.ignored: true
        }

        Label {
            Layout.fillWidth: true
            text: root.detail
            visible: text !== ""
            color: Theme.attentionInk
            Accessible.ignored: true
        }
    }
}
