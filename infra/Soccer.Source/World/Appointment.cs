namespace Soccer.Source.World;

/// <summary>A match that is to be played: who, when, and the day it was first meant for if that day passed and is still shown.</summary>
public sealed record Appointment(Club Home, Club Away, DateOnly Date, TimeOnly KickOff, DateOnly? PostponedFrom = null);
