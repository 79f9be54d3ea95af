import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"

// Pinyin for a name: the signs to choose from appear above the keys.
KeyboardLayout {
    function createInputMethod() {
        return Qt.createQmlObject("import QtQuick.VirtualKeyboard.Plugins; PinyinInputMethod {}", parent, "pinyin");
    }

    inputMode: InputEngine.InputMode.Pinyin
    keyWeight: 100

    KeyboardRow {
        Letters {
            letters: "qwertyuiop"
        }
    }

    KeyboardRow {
        FillerKey {
            weight: 50
        }

        Letters {
            letters: "asdfghjkl"
        }

        FillerKey {
            weight: 50
        }
    }

    KeyboardRow {
        ShiftKey {
            weight: 150
        }

        Letters {
            letters: "zxcvbnm"
        }

        BackspaceKey {
            weight: 150
        }
    }

    KeyboardRow {
        InputModeKey {
            weight: 150
            inputModes: [InputEngine.InputMode.Pinyin, InputEngine.InputMode.Latin]
        }

        SpaceKey {
            weight: 700
        }

        Key {
            weight: 150
            text: "’"
        }
    }
}
