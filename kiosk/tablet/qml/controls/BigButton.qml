import QtQuick
import QtQuick.Templates as T
import ".."

// A button nobody can miss: at least 20 mm high, and it acts once per tap.
T.Button {
    id: root

    property bool primary: false
    property real side: 8 * Theme.mm
    property string family: Theme.family
    property real textSize: Theme.textSize

    readonly property real least: label.least + leftPadding + rightPadding

    implicitWidth: Math.max(Theme.target, label.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, label.implicitHeight + 2 * Theme.gap)
    leftPadding: side
    rightPadding: side
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Theme.radius
        color: root.primary ? (root.pressed ? Theme.actionPressed : Theme.action) : (root.pressed ? Theme.actionTint : Theme.card)
        border.color: root.primary ? color : Theme.line
        border.width: Theme.border

        FocusRing {
            shown: root.activeFocus && Theme.byKeys
        }
    }

    contentItem: Label {
        id: label

        text: root.text
        color: root.primary ? Theme.actionInk : Theme.ink
        font.family: root.family
        font.pixelSize: root.textSize
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
