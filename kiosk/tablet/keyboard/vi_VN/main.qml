pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../letters"
import "../../qml"

// Vietnamese letters for a name: all on one page, and the tone after its vowel.
KeyboardLayoutLoader {
    sourceComponent: Theme.keysPerRow < 12 ? blocks : rows

    Component {
        id: blocks

        Blocks {
            inputMode: InputEngine.InputMode.Latin
            letters: "aăâbcdđeêghiklmnoôơpqrstuưvxy\u0300\u0309\u0303\u0301\u0323"
            marks: "f j w z"
        }
    }

    Component {
        id: rows

        KeyboardLayout {
            inputMode: InputEngine.InputMode.Latin
            keyWeight: 100

            Binding {
                target: Theme
                property: "keyboardRows"
                value: 4
            }

            KeyboardRow {
                Letters {
                    letters: "qwertyuiopươ"
                }
            }

            KeyboardRow {
                Letters {
                    letters: "asdfghjklăâđ"
                }
            }

            KeyboardRow {
                ShiftKey {
                    weight: 150
                    smallTextVisible: false
                }

                Letters {
                    letters: "zxcvbnmêô"
                }

                BackspaceKey {
                    weight: 150
                    smallTextVisible: false
                }
            }

            KeyboardRow {
                Letters {
                    letters: "\u0300\u0309\u0303\u0301\u0323"
                }

                SpaceKey {
                    weight: 600
                    smallTextVisible: false
                }

                Letters {
                    letters: Theme.prose ? "." : "-"
                }
            }
        }
    }
}
