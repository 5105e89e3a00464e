# Programmets egne ord: hvad det siger til forfatteren. Nøglen er meddelelsens kode.
# Form: lille begyndelsesbogstav, intet punktum, ingen skyld. Først tingen, så det ventede, så det fundne.
#   .label           står ved det understregede
#   .help            siger, hvad man skal skrive i stedet
#   .help-suggestion det samme, når der er et forslag

## Ord, som flere meddelelser bruger.

error = fejl
warning = advarsel
help = hjælp
