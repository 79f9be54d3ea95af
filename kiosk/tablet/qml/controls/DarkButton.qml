import QtQuick
import QtQuick.Templates as T
import ".."

// A button of the staff's screens; a bright one is what is mostly wanted.
T.Button {
    id: root

    property bool bright: false
    property bool leading: false
    property real side: 6 * Theme.mm

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
        color: !root.enabled ? "transparent" : root.bright ? (root.pressed ? Theme.starEdge : Theme.star) : root.pressed ? Theme.action : Theme.staffKey
        border.color: root.enabled ? color : Theme.staffKey
        border.width: Theme.border

        FocusRing {
            shown: root.activeFocus && Theme.byKeys
            border.color: Theme.staffInk
        }
    }

    contentItem: Label {
        id: label

        text: root.text
        color: !root.enabled ? Theme.staffSoft : root.bright && !root.pressed ? Theme.ink : Theme.staffInk
        font.bold: true
        horizontalAlignment: root.leading ? Text.AlignLeft : Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
