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
    // Whether the words take more lines rather than more width.
    property bool wrapping: false

    // With each of its lines on one line.
    readonly property real natural: plate.implicitWidth + row.spacing + Math.max(first.implicitWidth, second.visible ? second.implicitWidth : 0) + 5 * Theme.mm

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
            id: plate

            implicitWidth: code.implicitWidth + 4 * Theme.mm
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
            id: words

            readonly property real bound: root.width - plate.width - row.spacing - 5 * Theme.mm

            Label {
                id: first

                width: root.wrapping ? words.bound : implicitWidth
                text: root.firstLine
                color: root.called ? Theme.actionInk : Theme.ink
                font.bold: root.called
                wrapMode: root.wrapping ? Text.Wrap : Text.NoWrap
                lineHeight: 0.86
                Accessible.ignored: true
            }

            Label {
                id: second

                width: root.wrapping ? words.bound : implicitWidth
                text: root.secondLine
                visible: text !== ""
                color: root.called ? Theme.actionInk : Theme.ink
                font.bold: true
                wrapMode: root.wrapping ? Text.Wrap : Text.NoWrap
                lineHeight: 0.86
                Accessible.ignored: true
            }
        }
    }
}
