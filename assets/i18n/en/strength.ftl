# The strength curve.

action-strength = Show the strength curve

strength = Strength curve
strength-total = total
strength-departed = left
strength-other = others
strength-ceiling = { $name }: { $max-text }
strength-over = { $name } exceeded by { $excess-text }
strength-on-track = { $track }: { $figures }
strength-reported-present = Reported: { $approx ->
    [0] { $count-text } present
   *[other] about { $count-text } present
}
strength-reported-departed = Reported: { $approx ->
    [0] { $count-text } left
   *[other] about { $count-text } left
}
