pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Models
import "controls"

Screen {
    id: root

    required property ArriveModel model
    required property Flow flow
    required property LanguageModel language
    required property ComfortModel comfort

    // Where the keyboard leaves room for little more than the field, it comes when the field is tapped.
    readonly property bool typing: Theme.compact && root.covered > 0
    // The field and its buttons in one line.
    readonly property bool inLine: !root.portrait && !Theme.compact

    first: Theme.compact ? here : name
    spacing: root.portrait && !root.tight && !Theme.compact ? 6 * Theme.mm : Theme.gap
    above: root.portrait && !Theme.compact ? Theme.marginSmall : Theme.compact ? 2 * Theme.mm : Theme.gap
    below: Theme.compact ? 2 * Theme.mm : Theme.gap
    helping: true
    onHelpAsked: root.flow.help()

    Connections {
        target: root.model

        function onRefusedChanged(): void {
            if (root.typing && root.model.refused)
                here.forceActiveFocus();
        }
    }

    RowLayout {
        Layout.fillWidth: true
        visible: !root.typing
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
            visible: root.inLine && !root.paged
            side: root.narrow ? 4 * Theme.mm : 8 * Theme.mm
            text: qsTr("I need help")
            onClicked: root.flow.help()
        }
    }

    Label {
        Layout.fillWidth: true
        // Its room is for the signs to choose from, while somebody writes by sound.
        visible: !(root.typing && root.tight) && (root.portrait || !name.inputMethodComposing)
        text: root.model.refused ? qsTr("Please use letters for your name.") : qsTr("Hello! What may we call you?")
        color: root.model.refused ? Theme.attentionInk : Theme.ink
        font.pixelSize: root.tight ? Theme.textSize : root.portrait ? Theme.titleSize : Theme.leadSize
        font.bold: true
        Accessible.role: Accessible.Heading
    }

    GridLayout {
        id: grid

        Layout.fillWidth: true
        columns: root.typing ? (root.portrait ? 3 : 4) : root.inLine ? 3 : 2 * Math.max(skip.least, here.least) + Theme.gap > root.room ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: !root.inLine && !root.typing

        T.TextField {
            id: name

            objectName: "nameField"
            Layout.fillWidth: true
            Layout.columnSpan: root.inLine || root.typing && !root.portrait ? 1 : grid.columns
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

            background: FieldFrame {
                field: name
            }

            cursorDelegate: Caret {
                field: name
            }
        }

        BigButton {
            objectName: "hideButton"
            Layout.fillWidth: root.portrait
            visible: root.typing
            focusPolicy: Qt.TabFocus
            side: 2 * Theme.mm
            Accessible.name: qsTr("Back")
            onClicked: here.forceActiveFocus()

            contentItem: Item {
                implicitWidth: 8 * Theme.mm

                Chevron {
                    anchors.centerIn: parent
                }
            }
        }

        BigButton {
            objectName: "helpButton"
            Layout.fillWidth: root.portrait
            visible: root.typing
            focusPolicy: Qt.TabFocus
            side: 2 * Theme.mm
            text: "?"
            Accessible.name: qsTr("I need help")
            onClicked: root.flow.help()
        }

        BigButton {
            objectName: "hereButton"
            Layout.fillWidth: root.portrait
            visible: root.typing
            focusPolicy: Qt.TabFocus
            primary: true
            side: 2 * Theme.mm
            Accessible.name: qsTr("I’m here")
            onClicked: root.model.submit(name.text)

            contentItem: Item {
                implicitWidth: 10 * Theme.mm

                Tick {
                    anchors.centerIn: parent
                    width: 10 * Theme.mm
                    height: width
                    color: Theme.actionInk
                }
            }
        }

        BigButton {
            id: skip

            objectName: "skipButton"
            visible: !root.typing
            Layout.fillWidth: !root.inLine
            Layout.preferredWidth: root.inLine ? Math.max(implicitWidth, here.implicitWidth) : 1
            side: (root.inLine ? 8 : 4) * Theme.mm
            text: qsTr("Skip")
            onClicked: root.model.submit("")
        }

        BigButton {
            id: here

            objectName: "hereButton"
            visible: !root.typing
            Layout.fillWidth: !root.inLine
            Layout.preferredWidth: root.inLine ? implicitWidth : 1
            side: (root.inLine ? 8 : 4) * Theme.mm
            primary: true
            text: Theme.compact ? qsTr("I’m here") : qsTr("I’m here ›")
            Accessible.name: qsTr("I’m here")
            onClicked: root.model.submit(name.text)
        }

        BigButton {
            objectName: "helpButton"
            Layout.fillWidth: true
            Layout.columnSpan: grid.columns
            visible: !root.inLine && !root.typing && !root.paged
            text: qsTr("I need help")
            onClicked: root.flow.help()
        }
    }
}
