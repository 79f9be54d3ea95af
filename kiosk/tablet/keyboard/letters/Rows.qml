pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../../qml"

// Latin letters for a name in the rows that people know, or in blocks where those would be too narrow to hit.
KeyboardLayoutLoader {
    id: root

    required property string first
    required property string second
    required property string third
    required property string alphabet
    required property string marks
    property var mode: InputEngine.InputMode.Latin

    sourceComponent: Theme.keysPerRow < root.first.length ? blocks : rows

    Component {
        id: blocks

        Blocks {
            inputMode: root.mode
            letters: root.alphabet
            marks: root.marks
        }
    }

    Component {
        id: rows

        KeyboardLayout {
            inputMode: root.mode
            keyWeight: 100

            Binding {
                target: Theme
                property: "keyboardRows"
                value: 4
            }

            KeyboardRow {
                Letters {
                    letters: root.first
                }
            }

            KeyboardRow {
                FillerKey {
                    visible: root.second.length < root.first.length
                    weight: 50
                    smallTextVisible: false
                }

                Letters {
                    letters: root.second
                }

                FillerKey {
                    visible: root.second.length < root.first.length
                    weight: 50
                    smallTextVisible: false
                }
            }

            KeyboardRow {
                ShiftKey {
                    weight: 150
                    smallTextVisible: false
                }

                Letters {
                    letters: root.third
                }

                BackspaceKey {
                    weight: 150
                    smallTextVisible: false
                }
            }

            KeyboardRow {
                SymbolModeKey {
                    weight: 150
                    displayText: root.marks
                    smallTextVisible: false
                }

                SpaceKey {
                    weight: 550
                    smallTextVisible: false
                }

                Key {
                    weight: 150
                    text: Theme.prose ? "." : "-"
                    smallTextVisible: false
                }

                Key {
                    weight: 150
                    text: Theme.prose ? "," : "’"
                    smallTextVisible: false
                }
            }
        }
    }
}
