import "../letters"

Marks {}
