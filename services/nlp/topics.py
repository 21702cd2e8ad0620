"""What a text is about, by words that seldom stand in texts about anything else."""

SPACE = frozenset({
    "asteroid", "asteroids", "astronaut", "astronauts", "astronomer", "astronomers", "comet", "comets", "galaxies",
    "galaxy", "interplanetary", "lander", "lunar", "moon", "orbit", "orbiter", "orbiting", "planet", "planetary",
    "planets", "rover", "satellite", "satellites", "spacecraft", "spaceflight", "telescope",
})  # fmt: skip
"""Space: a probe there is a craft, and elsewhere an inquiry."""
