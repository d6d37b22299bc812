namespace Soccer.Predict.Explain;

/// <summary>The things that were asked for last, by their ids: a few of many, because each is large and slow to fetch. Those who ask for one at once wait for one fetch.</summary>
/// <param name="most">How many are kept, at least 1.</param>
/// <param name="fetch">Fetches one. It belongs to all who wait, and no one of them ends it; what could not be fetched is fetched again by the next who asks.</param>
public sealed class Shelf<T>(int most, Func<string, Task<T>> fetch)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Place> places = [];
    long asked;

    /// <summary>The thing of an id, fetched if it is not there.</summary>
    public Task<T> Of(string id)
    {
        lock (gate)
        {
            if (!places.TryGetValue(id, out var place) || place.Thing.IsFaulted || place.Thing.IsCanceled)
            {
                if (place is null && places.Count >= most)
                    places.Remove(places.MinBy(other => other.Value.Asked).Key);
                places[id] = place = new(Task.Run(() => fetch(id)));
            }

            place.Asked = ++asked;
            return place.Thing;
        }
    }

    sealed class Place(Task<T> thing)
    {
        public Task<T> Thing { get; } = thing;

        /// <summary>When it was asked for last, in questions.</summary>
        public long Asked { get; set; }
    }
}
