import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../../../.."
import "../../../../controls"
import "../../../../keyboard"

// The look of Qt's virtual keyboard: large keys, the theme's colours, nothing that pops up or moves.
KeyboardStyle {
    id: style

    keyboardDesignWidth: 1000
    keyboardDesignHeight: 1000 * Theme.keyboardShare
    keyboardDesignMaximumHeight: 0
    keyboardRelativeLeftMargin: 0
    keyboardRelativeRightMargin: 0
    keyboardRelativeTopMargin: 0
    keyboardRelativeBottomMargin: 0

    keyboardBackground: Rectangle {
        color: Theme.keyboard
    }

    // Signs to choose from, for what is written by its sound.
    selectionListHeight: 15 * Theme.mm

    selectionListBackground: Rectangle {
        color: Theme.keyboardSpecial
    }

    selectionListDelegate: SelectionListItem {
        width: Math.max(15 * Theme.mm, sign.implicitWidth + 6 * Theme.mm)

        Label {
            id: sign

            anchors.centerIn: parent
            // The list of Qt's keyboard hands it over in no other way.
            text: display // qmllint disable unqualified
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    selectionListHighlight: Rectangle {
        color: Theme.actionTint
    }

    keyPanel: KeyFace {}

    spaceKeyPanel: KeyFace {}

    symbolKeyPanel: KeyFace {
        special: true
    }

    modeKeyPanel: KeyFace {
        special: true
    }

    shiftKeyPanel: KeyFace {
        special: true
        picture: "M12 3 L22 14 H16.5 V21 H7.5 V14 H2 Z"
        filled: control?.uppercased ?? false
    }

    backspaceKeyPanel: KeyFace {
        special: true
        picture: "M8 5 H22 V19 H8 L2 12 Z M12 9 L18 15 M18 9 L12 15"
    }

    enterKeyPanel: KeyFace {
        special: true
    }

    hideKeyPanel: KeyFace {
        special: true
    }

    languageKeyPanel: KeyFace {
        special: true
    }

    handwritingKeyPanel: KeyFace {
        special: true
    }
}
