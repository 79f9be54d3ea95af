import QtQuick
import ".."

// Shows where the keyboard is, outside the control's own edge.
Rectangle {
    id: root

    property bool shown: false

    anchors.fill: parent
    anchors.margins: -2 * Theme.focusRing
    radius: Theme.radius + 2 * Theme.focusRing
    color: "transparent"
    border.color: Theme.focus
    border.width: Theme.focusRing
    visible: root.shown
}
