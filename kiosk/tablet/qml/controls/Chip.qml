import QtQuick
import QtQuick.Templates as T
import ".."

// Something to choose or not; chosen shows by a tick, an edge and a tint.
T.AbstractButton {
    id: root

    property string family: Theme.family
    property real textSize: Theme.textSize
    readonly property real before: (Theme.compact ? 3 : 4.4) * Theme.mm
    readonly property real after: (Theme.compact ? 2 : 3) * Theme.mm

    // With its tick, so that nothing moves as it is chosen.
    readonly property real least: label.least + tick.width + (Theme.compact ? 1 : 2) * Theme.mm + leftPadding + rightPadding

    implicitWidth: 60 * Theme.mm
    implicitHeight: Math.max(Theme.target, label.implicitHeight + 2 * Theme.mm)
    leftPadding: root.mirrored ? root.after : root.before
    rightPadding: root.mirrored ? root.before : root.after
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Accessible.checked: checked
    // Only now: the control itself says otherwise while it is made.
    Component.onCompleted: Accessible.checkable = true

    background: Rectangle {
        radius: Theme.radius
        color: root.checked || root.pressed ? Theme.actionTint : Theme.card
        border.color: root.checked ? Theme.action : Theme.line
        border.width: root.checked ? Theme.borderThick : Theme.border

        FocusRing {
            shown: root.activeFocus && Theme.byKeys
        }
    }

    contentItem: Item {
        Tick {
            id: tick

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: 6.4 * Theme.mm
            height: width
            weight: 13
            color: Theme.action
            visible: root.checked
        }

        Label {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: root.checked ? tick.right : parent.left
            anchors.leftMargin: root.checked ? (Theme.compact ? 1 : 2) * Theme.mm : 0
            anchors.right: parent.right
            text: root.text
            color: root.checked ? Theme.action : Theme.ink
            font.family: root.family
            font.pixelSize: root.textSize
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
}
