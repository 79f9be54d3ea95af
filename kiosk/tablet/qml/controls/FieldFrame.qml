import QtQuick
import ".."

// The edge of what somebody writes in.
Rectangle {
    id: root

    required property Item field

    radius: Theme.radius
    color: Theme.card
    border.color: Theme.action
    border.width: Theme.borderThick

    FocusRing {
        shown: root.field.activeFocus && Theme.byKeys
    }
}
