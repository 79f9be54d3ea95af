pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Components
import "../../qml"

// Latin letters with marks, on keys of their own, so that nobody has to hold a key down.
KeyboardLayoutLoader {
    sourceComponent: Theme.keysPerRow < 10 ? blocks : rows

    Component {
        id: blocks

        Blocks {
            inputMode: InputEngine.InputMode.Latin
            letters: "áàâäãåæçčéèêëęíìîïłñóòôöõøœšßúùûüžğ"
            marks: "a b c"
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
                    letters: "áàâäãåæçčé"
                }
            }

            KeyboardRow {
                Letters {
                    letters: "èêëęíìîïłñ"
                }
            }

            KeyboardRow {
                ShiftKey {
                    weight: 100
                    smallTextVisible: false
                }

                Letters {
                    letters: "óòôöõøœš"
                }

                BackspaceKey {
                    weight: 100
                    smallTextVisible: false
                }
            }

            KeyboardRow {
                SymbolModeKey {
                    weight: 150
                    displayText: "ABC"
                    smallTextVisible: false
                }

                Letters {
                    letters: "ßúùûüžğ"
                }

                SpaceKey {
                    weight: 150
                    smallTextVisible: false
                }
            }
        }
    }
}
