# La courbe des effectifs.

action-strength = Montrer la courbe des effectifs

strength = Courbe des effectifs
strength-total = total
strength-departed = partis
strength-other = autres
strength-ceiling = { $name } : { $max-text }
strength-over = { $name } dépassé de { $excess-text }
strength-on-track = { $track } : { $figures }
strength-reported-present = Rapporté : { $approx ->
    [0] { $count-text } présents
   *[other] environ { $count-text } présents
}
strength-reported-departed = Rapporté : { $approx ->
    [0] { $count-text } partis
   *[other] environ { $count-text } partis
}
