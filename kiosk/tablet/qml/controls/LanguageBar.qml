pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import ".."

// The languages that most others want, each in its own script, and the way to all of them.
RowLayout {
    id: root

    required property LanguageModel language
    // Where there is no room, all of them are one tap further away.
    property bool narrow: false

    spacing: Theme.gap
    visible: root.language.count > 1

    Repeater {
        model: root.narrow ? null : root.language.others

        BigButton {
            required property string code
            required property string name
            required property string fontFamily

            objectName: "language-" + code
            side: 4 * Theme.mm
            text: name
            family: fontFamily
            textSize: Theme.textSizeOfAny
            onClicked: root.language.choose(code)
        }
    }

    BigButton {
        objectName: "languagesButton"
        visible: root.narrow || root.language.count > 3
        implicitWidth: Theme.target
        implicitHeight: Theme.target
        Accessible.name: qsTr("Languages")
        onClicked: root.language.open()

        contentItem: Item {
            Globe {
                anchors.centerIn: parent
            }
        }
    }
}
