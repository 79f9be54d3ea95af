import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import ".."

// One of the two doors of Welcome: a picture, what it is for, and a word more.
T.Button {
    id: root

    property bool primary: false
    property string detail
    property Component picture

    implicitHeight: Math.max(Theme.compact ? Theme.target : Theme.target * 1.6, words.implicitHeight + (more.visible ? more.implicitHeight + Theme.mm : 0) + topPadding + bottomPadding)
    padding: Theme.compact ? 4.5 * Theme.mm : 7 * Theme.mm
    readonly property real least: words.least + leftPadding + rightPadding

    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.description: detail
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Theme.radiusLarge
        color: root.primary ? (root.pressed ? Theme.actionPressed : Theme.action) : (root.pressed ? Theme.actionTint : Theme.card)
        border.color: root.primary ? color : Theme.line
        border.width: Theme.border

        FocusRing {
            shown: root.activeFocus && Theme.byKeys
            radius: Theme.radiusLarge + 2 * Theme.focusRing
        }
    }

    contentItem: ColumnLayout {
        spacing: 0

        Loader {
            sourceComponent: root.picture
            visible: !Theme.compact && root.height > 2.2 * Theme.target
        }

        Item {
            Layout.fillHeight: true
            visible: !Theme.compact
        }

        Label {
            id: words

            Layout.fillWidth: true
            text: root.text
            color: root.primary ? Theme.actionInk : Theme.ink
            font.pixelSize: Theme.leadSize
            font.bold: true
            Accessible.ignored: true
        }

        Label {
            id: more

            Layout.fillWidth: true
            Layout.topMargin: Theme.mm
            text: root.detail
            visible: !Theme.compact
            color: root.primary ? Theme.actionInk : Theme.soft
            Accessible.ignored: true
        }
    }
}
