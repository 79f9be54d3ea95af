import QtQuick
import ".."

// Where the next letter comes.
Rectangle {
    id: root

    required property Item field

    width: Theme.borderThick
    color: Theme.action
    visible: root.field.activeFocus
}
