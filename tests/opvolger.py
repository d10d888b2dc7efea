"""A successor of the agenda of the invented region, written into a copy of its data: so that no second
copy of the region is kept for it.

``schrijf`` gives it a speerpunt, a direction and a milestone of its own. Not here: a day; on that of
the tests (``mini.DAG``) the first agenda is over.
"""

from __future__ import annotations

from pathlib import Path

EERST, DAARNA = "plan-2021-2023", "plan-2024-2027"
PUNT, ACTIE, PRINCIPE, MIJLPAAL = "verder-samen", "lijst-bewaren", "vol-houden", "weer-begin"
_HERKOMST = "herkomst:\n  bron: verslag\n  peildatum: 2023\n  zekerheid: voorbeeld\n"
_BESTANDEN = {
    f"speerpunten/{PUNT}.yml": f"""id: {PUNT}
agenda: {DAARNA}
nummer: 1
titel: Verder samen
samen: We gaan samen verder.
voor_ouders: Wij gaan verder. Jij gaat mee.
conclusie: onbekend
opdracht: onbekend
bestuurlijk_trekker: onbekend
ambtelijk_trekker: onbekend
acties:
  - id: {ACTIE}
    wat: De lijst bewaren
    resultaat: onbekend
    door:
      - regisseur
    wanneer:
      - 2027
    waar:
      - gemeente-dorp
    stand: onbekend
    stand_peildatum: 2023
    bewijs: onbekend
    herkomst:
      bron: verslag
      peildatum: 2023
      zekerheid: voorbeeld
{_HERKOMST}""",
    f"principes/{PRINCIPE}.yml": f"""id: {PRINCIPE}
agenda: {DAARNA}
nummer: 1
titel: Volhouden
uitleg: Wie volhoudt, komt er.
voor_ouders: Wij houden vol.
{_HERKOMST}""",
    f"mijlpalen/{MIJLPAAL}.yml": f"""id: {MIJLPAAL}
agenda: {DAARNA}
nummer: 1
datum: 2023-10
titel: Het tweede begin
wat: De gemeenten en het SWV komen weer bij elkaar.
{_HERKOMST}""",
}
VASTGESTELD = "vastgesteld_op: 2023-12\nvastgesteld_door: onbekend\n"


def schrijf(
    data: Path, *, van: int = 2024, tot: int = 2027, vastgesteld: str = VASTGESTELD
) -> None:
    """Add the successor to a folder of data; without ``vastgesteld`` it is only being prepared."""
    agenda = f"""id: {DAARNA}
titel: Agenda van Mini 2024-2027
korte_naam: Plan twee
looptijd:
  van: {van}
  tot_en_met: {tot}
vervangt: {EERST}
samen: Wij gaan verder met wat goed ging.
voor_ouders: Dit is het tweede plan. Ook dit plan is verzonnen.
{vastgesteld}{_HERKOMST}"""
    for pad, text in {f"agendas/{DAARNA}.yml": agenda, **_BESTANDEN}.items():
        (data / pad).write_text(text, encoding="utf-8")
