"""How many contact-days may be lost: the fewest whose loss, at the worst, leaves a promise short.

A range that is proven. Upwards: days that, once lost, certainly leave a promise short (`reach`, `squeeze`).
Downwards: plans that between them survive whatever fewer days are lost (`plans`), and room that is
left whatever else is planned (`room`).
"""
