import QtQuick
import QtQuick.Layouts
import ".."

// One ticket of the waiting strip; a called one stands out by form and words, not by colour alone.
Rectangle {
    id: root

    required property string ticket
    property string firstLine
    property string secondLine
    property bool called: false

    implicitWidth: row.implicitWidth + 5 * Theme.mm
    implicitHeight: Math.max(Theme.target, row.implicitHeight)
    radius: 4.4 * Theme.mm
    color: called ? Theme.action : Theme.card
    border.color: called ? Theme.action : Theme.line
    border.width: Theme.border
    Accessible.role: Accessible.StaticText
    Accessible.name: root.ticket + ": " + root.firstLine + " " + root.secondLine

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: 2.4 * Theme.mm
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2 * Theme.mm

        Rectangle {
            Layout.preferredWidth: code.implicitWidth + 4 * Theme.mm
            Layout.preferredHeight: 15 * Theme.mm
            radius: 3 * Theme.mm
            color: root.called ? Theme.card : Theme.actionTint

            Label {
                id: code

                anchors.centerIn: parent
                text: root.ticket
                color: Theme.action
                font.bold: true
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }

        Column {
            Label {
                text: root.firstLine
                color: root.called ? Theme.actionInk : Theme.ink
                font.bold: root.called
                wrapMode: Text.NoWrap
                lineHeight: 0.86
                Accessible.ignored: true
            }

            Label {
                text: root.secondLine
                visible: text !== ""
                color: root.called ? Theme.actionInk : Theme.ink
                font.bold: true
                wrapMode: Text.NoWrap
                lineHeight: 0.86
                Accessible.ignored: true
            }
        }
    }
}
