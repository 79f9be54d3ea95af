pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"
import "../../qml"

// Russian letters for a name.
KeyboardLayoutLoader {
    sourceComponent: Theme.keysPerRow < 12 ? blocks : rows

    Component {
        id: blocks

        Blocks {
            inputMode: InputEngine.InputMode.Cyrillic
            letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
        }
    }

    Component {
        id: rows

        KeyboardLayout {
            inputMode: InputEngine.InputMode.Cyrillic
            keyWeight: 100

            Binding {
                target: Theme
                property: "keyboardRows"
                value: 4
            }

            KeyboardRow {
                Letters {
                    letters: "йцукенгшщзхъ"
                }
            }

            KeyboardRow {
                FillerKey {
                    weight: 50
                    smallTextVisible: false
                }

                Letters {
                    letters: "фывапролджэ"
                }

                FillerKey {
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
                    letters: "ячсмитьбю"
                }

                BackspaceKey {
                    weight: 150
                    smallTextVisible: false
                }
            }

            KeyboardRow {
                Letters {
                    letters: "ё"
                }

                SpaceKey {
                    weight: 1000
                    smallTextVisible: false
                }

                Letters {
                    letters: Theme.prose ? "." : "-"
                }
            }
        }
    }
}
