import QtQuick
import QtQuick.VirtualKeyboard.Settings
import Kiosk.Models

// What theme and keyboard look like on this tablet, to whoever stands before it. Shows nothing itself.
Item {
    id: root

    required property real pixelsPerMm
    required property color accent
    required property bool motion
    required property Flow flow
    required property LanguageModel language
    required property ComfortModel comfort

    visible: false

    // The design is drawn for a screen of 218 × 136 mm: a larger one shows it larger, a smaller one never smaller
    // than a hand and an eye need.
    Binding {
        target: Theme
        property: "mm"
        value: Math.max(root.pixelsPerMm, Math.min(Math.max(root.width, root.height) / 218, Math.min(root.width, root.height) / 136))
    }

    // Keys of at least 15 mm, larger where there is room; above them stays at least the field.
    Binding {
        target: Theme
        property: "keyboardShare"
        value: Theme.keyboardRows * Math.max(15 * Theme.mm, Math.min(18 * Theme.mm, (Theme.compact ? root.height - (root.height > root.width ? 50 : 30) * Theme.mm : 0.55 * root.height) / Theme.keyboardRows)) / Math.max(1, root.width)
    }

    Binding {
        target: Theme
        property: "keysPerRow"
        value: Math.floor(root.width / (14.95 * Theme.mm))
    }

    Binding {
        target: Theme
        property: "accent"
        value: root.accent
    }

    Binding {
        target: Theme
        property: "motion"
        value: root.motion
    }

    Binding {
        target: Theme
        property: "textScale"
        value: root.comfort.textScale
    }

    Binding {
        target: Theme
        property: "strong"
        value: root.comfort.strong
    }

    Binding {
        target: Theme
        property: "byKeys"
        value: root.flow.byKeys
    }

    Binding {
        target: Theme
        property: "compact"
        value: Math.min(root.width, root.height) < 120 * Theme.mm * root.comfort.textScale
    }

    Binding {
        target: Theme
        property: "family"
        value: root.language.fontFamily
    }

    Binding {
        target: Theme
        property: "capital"
        value: root.language.capitalHeight
    }

    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: root.language.locale
    }

    // An empty list of signs must not lie over the field.
    Binding {
        target: VirtualKeyboardSettings.wordCandidateList
        property: "autoHideDelay"
        value: 0
    }
}
