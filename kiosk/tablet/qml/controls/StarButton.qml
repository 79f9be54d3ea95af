import QtQuick
import QtQuick.Templates as T
import ".."

// One star to tap, with its word: under it in a row, beside it in a column.
T.AbstractButton {
    id: root

    property int value: 1
    property bool filled: false
    property bool beside: false
    // With its word as close as it can stand.
    property bool close: false
    readonly property real before: (close ? 1.6 : 4) * Theme.mm
    readonly property real between: (close ? 1.8 : 5) * Theme.mm
    readonly property real least: beside ? pad + label.least : 0
    readonly property real pad: before + starSize + between + Theme.mm
    readonly property real starSize: beside ? (close ? 8.8 : 15) * Theme.mm : Math.min((Theme.compact ? 20 : 28) * Theme.mm, width)

    text: Words.stars(value)
    implicitWidth: beside ? close ? least : Math.max(60 * Theme.mm, starSize + label.implicitWidth + 2 * before + between) : Theme.compact ? Math.max(Theme.target, label.implicitWidth) : 38 * Theme.mm
    implicitHeight: beside ? Math.max(Theme.target, label.height) : starSize + label.implicitHeight + 4 * Theme.mm
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2 of 5").arg(text).arg(value)
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Theme.radius
        color: root.beside ? (root.pressed ? Theme.actionTint : Theme.card) : "transparent"
        border.color: root.beside ? Theme.line : "transparent"
        border.width: root.beside ? Theme.border : 0

        FocusRing {
            shown: root.activeFocus && Theme.byKeys
        }
    }

    contentItem: Item {
        Star {
            id: star

            x: !root.beside ? (parent.width - width) / 2 : root.mirrored ? parent.width - width - root.before : root.before
            anchors.verticalCenter: root.beside ? parent.verticalCenter : undefined
            width: root.starSize
            height: width
            filled: root.filled || root.pressed
        }

        Label {
            id: label

            x: !root.beside ? 0 : root.mirrored ? star.x - width - root.between : star.x + star.width + root.between
            y: root.beside ? (parent.height - height) / 2 : star.height + 3 * Theme.mm
            width: root.close ? parent.width - root.pad : root.beside ? implicitWidth : parent.width
            text: root.text
            color: root.filled || root.pressed ? Theme.ink : Theme.soft
            font.weight: Font.DemiBold
            horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
            wrapMode: root.close ? Text.Wrap : Text.NoWrap
            Accessible.ignored: true
        }
    }
}
