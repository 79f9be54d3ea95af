pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"
import "../../qml"

// Pinyin for a name: the signs to choose from appear above the keys.
KeyboardLayoutLoader {
    sourceComponent: Theme.keysPerRow < 10 ? blocks : rows

    Component {
        id: blocks

        Blocks {
            function createInputMethod() {
                return Qt.createQmlObject("import QtQuick.VirtualKeyboard.Plugins; PinyinInputMethod {}", parent, "pinyin");
            }

            inputMode: InputEngine.InputMode.Pinyin
            letters: "abcdefghijklmnopqrstuvwxyz"
        }
    }

    Component {
        id: rows

        KeyboardLayout {
            function createInputMethod() {
                return Qt.createQmlObject("import QtQuick.VirtualKeyboard.Plugins; PinyinInputMethod {}", parent, "pinyin");
            }

            inputMode: InputEngine.InputMode.Pinyin
            keyWeight: 100

            Binding {
                target: Theme
                property: "keyboardRows"
                value: 4
            }

            KeyboardRow {
                Letters {
                    letters: "qwertyuiop"
                }
            }

            KeyboardRow {
                FillerKey {
                    weight: 50
                    smallTextVisible: false
                }

                Letters {
                    letters: "asdfghjkl"
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
                    letters: "zxcvbnm"
                }

                BackspaceKey {
                    weight: 150
                    smallTextVisible: false
                }
            }

            KeyboardRow {
                InputModeKey {
                    weight: 150
                    inputModes: [InputEngine.InputMode.Pinyin, InputEngine.InputMode.Latin]
                    smallTextVisible: false
                }

                SpaceKey {
                    weight: 700
                    smallTextVisible: false
                }

                Key {
                    weight: 150
                    text: "’"
                    smallTextVisible: false
                }
            }
        }
    }
}
