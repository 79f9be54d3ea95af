import QtQuick
import "." as Controls

// A screen that is made the first time it is shown, and then stays: to make it takes longer than to draw it.
Loader {
    id: root

    required property bool shown
    property bool made: false

    // What stands stays; what does not is made anew the next time.
    function forget(): void {
        root.made = false;
    }

    anchors.fill: parent
    active: root.shown || root.made
    visible: root.shown
    onLoaded: root.made = true
    onVisibleChanged: {
        if (root.visible)
            (root.item as Controls.Screen)?.resume();
    }
}
