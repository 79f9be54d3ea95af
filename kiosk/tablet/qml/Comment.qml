pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Models
import "controls"

// What the patient wants to say in their own words.
Screen {
    id: root

    required property FollowUpModel model
    // One line beside its buttons, where the keyboard leaves no room for more.
    readonly property bool oneLine: !root.portrait && Theme.compact

    first: words
    above: root.oneLine ? 2 * Theme.mm : Theme.gap
    below: root.above
    Keys.onEscapePressed: root.model.forget()

    Binding {
        target: Theme
        property: "prose"
        value: true
    }

    Label {
        Layout.fillWidth: true
        visible: root.model.refused || !Theme.compact
        text: root.model.refused ? qsTr("This cannot be kept as it is. Please use letters only.") : qsTr("What would you like to tell us?")
        color: root.model.refused ? Theme.attentionInk : Theme.ink
        font.bold: true
        Accessible.role: Accessible.Heading
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: root.portrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.target

            // Around what is scrolled, not in it, where the ring would be cut off.
            FieldFrame {
                anchors.fill: parent
                field: words
            }

            Flickable {
                anchors.fill: parent
                anchors.margins: Theme.borderThick
                boundsBehavior: Flickable.StopAtBounds
                clip: true

                T.TextArea.flickable: T.TextArea {
                    id: words

                    objectName: "commentField"
                    leftPadding: 4 * Theme.mm
                    rightPadding: 4 * Theme.mm
                    topPadding: 3 * Theme.mm
                    bottomPadding: 3 * Theme.mm
                    color: Theme.ink
                    selectionColor: Theme.actionTint
                    selectedTextColor: Theme.ink
                    font.family: Theme.family
                    font.pixelSize: Theme.textSize
                    wrapMode: TextEdit.Wrap
                    textFormat: TextEdit.PlainText
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
                    selectByMouse: false
                    persistentSelection: false
                    text: root.model.comment
                    Component.onCompleted: cursorPosition = length
                    Accessible.name: qsTr("What would you like to tell us?")
                    // Tab leaves the field, as everywhere else; nobody needs one in a comment.
                    Keys.priority: Keys.BeforeItem
                    Keys.onTabPressed: root.walk(true)
                    Keys.onBacktabPressed: root.walk(false)
                    onTextChanged: {
                        if (length > root.model.longest)
                            remove(root.model.longest, length);
                    }

                    cursorDelegate: Caret {
                        field: words
                    }
                }
            }
        }

        GridLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: root.portrait
            columns: root.oneLine || root.portrait ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            BigButton {
                objectName: "keepButton"
                Layout.fillWidth: true
                focusPolicy: Qt.TabFocus
                primary: true
                side: 3 * Theme.mm
                text: qsTr("Done")
                onClicked: root.model.keep(words.text)
            }

            BigButton {
                objectName: "backButton"
                Layout.fillWidth: true
                focusPolicy: Qt.TabFocus
                side: 3 * Theme.mm
                text: Theme.compact ? (root.LayoutMirroring.enabled ? "›" : "‹") : qsTr("‹ Back")
                Accessible.name: qsTr("Back")
                onClicked: root.model.forget()
            }
        }
    }
}
