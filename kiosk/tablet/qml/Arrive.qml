pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QtQuick.VirtualKeyboard
import Kiosk.Models
import "controls"

Screen {
    id: root

    required property ArriveModel model
    required property Flow flow
    required property LanguageModel language
    required property ComfortModel comfort

    first: name

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: root.side
        anchors.rightMargin: root.side
        anchors.topMargin: root.portrait ? Theme.marginSmall : Theme.gap
        spacing: root.portrait && !Theme.compact ? 6 * Theme.mm : Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            BigButton {
                objectName: "backButton"
                side: root.narrow ? 5 * Theme.mm : 8 * Theme.mm
                text: root.narrow && !root.portrait ? (root.language.rightToLeft ? "›" : "‹") : qsTr("‹ Back")
                Accessible.name: qsTr("Back")
                onClicked: root.flow.home()
            }

            Item {
                Layout.fillWidth: true
            }

            LanguageBar {
                language: root.language
                narrow: true
            }

            ComfortButton {
                comfort: root.comfort
            }

            BigButton {
                objectName: "helpButton"
                visible: !root.portrait
                side: root.narrow ? 4 * Theme.mm : 8 * Theme.mm
                text: qsTr("I need help")
                onClicked: root.flow.help()
            }
        }

        Label {
            Layout.fillWidth: true
            // Its room is for the signs to choose from, while somebody writes by sound.
            visible: root.portrait || !name.inputMethodComposing
            text: root.model.refused ? qsTr("Please use letters for your name.") : qsTr("Hello! What may we call you?")
            color: root.model.refused ? Theme.attentionInk : Theme.ink
            font.pixelSize: root.portrait ? Theme.titleSize : Theme.leadSize
            font.bold: true
            Accessible.role: Accessible.Heading
        }

        GridLayout {
            Layout.fillWidth: true
            columns: root.portrait ? 2 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: root.portrait

            T.TextField {
                id: name

                objectName: "nameField"
                Layout.fillWidth: true
                Layout.columnSpan: root.portrait ? 2 : 1
                implicitHeight: Theme.target
                leftPadding: 6 * Theme.mm
                rightPadding: 6 * Theme.mm
                horizontalAlignment: TextInput.AlignLeft
                verticalAlignment: TextInput.AlignVCenter
                color: Theme.ink
                selectionColor: Theme.actionTint
                selectedTextColor: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.leadSize
                font.weight: Font.DemiBold
                maximumLength: root.model.longest
                inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                selectByMouse: false
                persistentSelection: false
                Accessible.name: qsTr("What may we call you?")
                onAccepted: root.model.submit(text)

                background: Rectangle {
                    radius: Theme.radius
                    color: Theme.card
                    border.color: Theme.action
                    border.width: Theme.borderThick

                    FocusRing {
                        shown: name.activeFocus && Theme.byKeys
                    }
                }

                cursorDelegate: Rectangle {
                    width: Theme.borderThick
                    color: Theme.action
                    visible: name.activeFocus
                }
            }

            BigButton {
                objectName: "skipButton"
                Layout.fillWidth: root.portrait
                Layout.preferredWidth: Math.max(implicitWidth, here.implicitWidth)
                text: qsTr("Skip")
                onClicked: root.model.submit("")
            }

            BigButton {
                id: here

                objectName: "hereButton"
                Layout.fillWidth: root.portrait
                primary: true
                text: Theme.compact ? qsTr("I’m here") : qsTr("I’m here ›")
                Accessible.name: qsTr("I’m here")
                onClicked: root.model.submit(name.text)
            }

            BigButton {
                objectName: "helpButton"
                Layout.fillWidth: true
                Layout.columnSpan: 2
                visible: root.portrait
                text: qsTr("I need help")
                onClicked: root.flow.help()
            }
        }
    }

    InputPanel {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: active
        // Keys lie where every keyboard of that script has them.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
    }
}
